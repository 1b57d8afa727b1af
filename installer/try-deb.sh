#!/usr/bin/env bash
# Installs the Debian package in a clean root, tries it there, removes it, and looks whether anything is left.
#   bash installer/try-deb.sh DEB FOLDER [ROOT]
# DEB is what `java installer/Package.java deb` made; FOLDER gets the pictures, the package of the sample and
# what was printed. ROOT is a root made by debootstrap, which is copied and stays as it is; without it one is
# made (MIRROR and SUITE choose from where: http://deb.debian.org/debian and bookworm).
# Needs to be root, and on this machine debootstrap, xvfb, xdotool and imagemagick. Takes some minutes and 2 GB
# in $TMPDIR. Ends with "All well." and exit code 0, or at the first thing that is wrong.
set -eu

if [ "${1:-}" != --apart ]; then
  if [ $# -lt 2 ] || [ $# -gt 3 ]; then sed -n 2,8p "$0" >&2; exit 2; fi
  if [ "$(id -u)" != 0 ]; then echo "This makes a root of its own, so it must be run by root (sudo)." >&2; exit 2; fi
  for tool in debootstrap Xvfb xdotool import unshare; do
    if ! command -v "$tool" >/dev/null; then echo "$tool is missing: apt-get install debootstrap xvfb xdotool imagemagick" >&2; exit 2; fi
  done
  if [ ! -f "$1" ]; then echo "$1 is not there. Make it: java installer/Package.java deb" >&2; exit 2; fi
  # mounts and processes of their own: both end with the script, however it ends
  exec unshare --mount --pid --fork --kill-child --mount-proc bash "$0" --apart "$@"
fi

deb="$(realpath "$2")"
mkdir -p "$3"
folder="$(realpath "$3")"
base="${4:-}"
work="$(mktemp -d)"
root="$work/root"
project=/home/steward/ward.modulus
sample=/opt/modulus/lib/app/sample/ward-sample

say() { printf '\n== %s\n' "$*"; }
fail() { echo "WRONG: $*" >&2; exit 1; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
steward() { chroot "$root" su steward -c "cd; export DISPLAY=${DISPLAY:-} LC_ALL=C.UTF-8; $*"; }
clean_up() {
  umount -l "$root/proc" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap clean_up EXIT

make_root() {
  say "A clean root"
  if [ -n "$base" ]; then
    cp -a --one-file-system "$base" "$root"
  else
    debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" "${MIRROR:-http://deb.debian.org/debian}" >"$folder/debootstrap.log"
  fi
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  inside apt-get -q update >"$folder/apt.log" 2>&1
  # what a desktop has before: who registers desktop entries, and who asks for them
  inside apt-get -q -y --no-install-recommends install desktop-file-utils libglib2.0-bin >>"$folder/apt.log" 2>&1
  inside useradd -m steward
  if inside sh -c 'command -v java'; then fail "the root has a Java of its own, so it would prove nothing"; fi
  inside dpkg-query -W -f '${Package}\n' >"$folder/packages-before.txt"
}

install_it() {
  say "apt installs it with what it depends on, and nothing it only recommends"
  cp "$deb" "$root/root/modulus.deb"
  inside apt-get -q -y --no-install-recommends install /root/modulus.deb >>"$folder/apt.log" 2>&1 || { tail "$folder/apt.log"; fail "apt"; }
  inside dpkg -s modulus | grep -E '^(Status|Version|Installed-Size):'
  if inside sh -c 'command -v java'; then fail "the package pulled in a Java"; fi
  inside dpkg -L modulus >"$folder/files.txt"
  echo "$(wc -l <"$folder/files.txt") files and folders"
  inside desktop-file-validate /usr/share/applications/modulus.desktop
  inside sh -c 'echo x >/root/x.modulus'
  kind_of_project | grep -x application/x-modulus-project || fail "the system does not know .modulus files"
  inside gio mime application/x-modulus-project | grep -q 'modulus.desktop' || fail "no application opens .modulus"
  inside env JAVA_TOOL_OPTIONS=-Xshare:on /opt/modulus/bin/modulus --version 2>/dev/null || fail "the classes of the start were not laid out"
  missing="$(inside find /opt/modulus -name '*.so' -exec env LD_LIBRARY_PATH=/opt/modulus/lib/runtime/lib:/opt/modulus/lib/runtime/lib/server ldd {} + | grep 'not found' || true)"
  [ -z "$missing" ] || fail "libraries nobody brings: $missing"
}

kind_of_project() { inside gio info -a standard::content-type /root/x.modulus | sed -n 's/.*content-type: //p'; }

synthesize() {
  say "The command line makes a package of the sample and checks it"
  steward "modulus --version"
  steward "modulus synthesize $sample.csv --schema $sample.schema.json --guarantee end-to-end --epsilon 1 --delta 1e-5 --out package" >"$folder/synthesize.txt" 2>&1 || { tail "$folder/synthesize.txt"; fail "synthesize"; }
  steward "modulus verify package" | tee "$folder/verify.txt"
  cp -r "$root/home/steward/package" "$folder/"
}

# Starts a command as the steward and waits for its window.
open_window() { # name, command
  steward "exec $2" >"$folder/$1.txt" 2>&1 &
  window=
  for _ in $(seq 60); do
    window="$(xdotool search --onlyvisible --class modulus 2>/dev/null | tail -1 || true)"
    [ -z "$window" ] || break
    sleep 1
  done
  [ -n "$window" ] || { cat "$folder/$1.txt"; fail "$1: no window within a minute"; }
  xdotool windowfocus "$window" || true
  sleep 8
}

picture() { # name
  import -window root "$folder/$1.png"
  local colours
  colours="$(identify -format %k "$folder/$1.png")"
  echo "$folder/$1.png: $(xdotool getwindowname "$window"), $(xdotool getwindowgeometry "$window" | tail -1 | tr -d ' '), $colours colours"
  [ "$colours" -gt 100 ] || fail "$1: the window is empty"
}

close_window() {
  local steward
  steward="$(inside id -u steward)"
  pkill -u "$steward" -x modulus || true
  for _ in $(seq 20); do pgrep -u "$steward" -x modulus >/dev/null || return 0; sleep 1; done
  fail "the window does not close"
}

windows() {
  say "The window, bare; then its button for the sample is pressed, and the project saved"
  # a free display: one of before may have left its lock
  Xvfb -displayfd 3 -ac -screen 0 1280x800x24 >/dev/null 2>&1 3>"$work/display" &
  for _ in $(seq 60); do [ ! -s "$work/display" ] || break; sleep 1; done
  [ -s "$work/display" ] || fail "Xvfb does not start"
  DISPLAY=":$(cat "$work/display")"
  export DISPLAY
  open_window window-bare modulus
  picture window-bare
  # the whole screen is the window, so the button is always in the same place
  xdotool mousemove 746 522 click 1
  sleep 8
  picture window-sample
  ! cmp -s "$folder/window-bare.png" "$folder/window-sample.png" || fail "the button for the sample does nothing"
  xdotool key ctrl+s
  sleep 4
  xdotool search --onlyvisible --class modulus | tail -1 | xargs xdotool windowfocus
  xdotool key ctrl+a
  xdotool type --delay 40 "$project"
  xdotool key Return
  for _ in $(seq 20); do [ ! -s "$root$project" ] || break; sleep 1; done
  [ -s "$root$project" ] || { picture window-saving; fail "the project was not saved"; }
  close_window
  say "The project, as a double click opens it: by the command of the desktop entry"
  inside sed -n "s|^Exec=\(.*\) %f|\1|p" /usr/share/applications/modulus.desktop >"$work/exec"
  open_window window-project "$(cat "$work/exec") $project"
  picture window-project
  close_window
}

remove() {
  say "apt purges it"
  inside apt-get -q -y purge modulus >>"$folder/apt.log" 2>&1
  inside apt-get -q -y -o APT::AutoRemove::RecommendsImportant=false autoremove --purge >>"$folder/apt.log" 2>&1
  while read -r file; do
    # folders that others use too may stay
    if [ -e "$root$file" ] && [ ! -d "$root$file" ]; then fail "$file is still there"; fi
  done <"$folder/files.txt"
  left="$(inside find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /root \) -prune -o -iname '*modulus*' -print)"
  [ -z "$left" ] || fail "left behind: $left"
  left="$(inside grep -rl modulus /usr/share/mime /usr/share/applications /usr/share/icons /etc 2>/dev/null || true)"
  [ -z "$left" ] || fail "still registered in: $left"
  if kind_of_project | grep modulus; then fail "the system still knows .modulus files"; fi
  inside dpkg-query -W -f '${Package}\n' | diff "$folder/packages-before.txt" - || fail "other packages stay"
  echo "Nothing of it is left outside the steward's home, where these are (they hold the steward's work):"
  inside sh -c 'cd /home/steward && du -sh .[a-z]*/* .local/share/* 2>/dev/null | grep -v bash || true'
}

make_root
install_it
synthesize
windows
remove
say "All well."
