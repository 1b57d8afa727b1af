#!/usr/bin/env bash
# The whole gate on a fresh machine: installs what is missing, then runs mvn -B verify.
set -eu
cd "$(dirname "$0")/.."
bash installer/setup.sh build
exec mvn -B verify "$@"
