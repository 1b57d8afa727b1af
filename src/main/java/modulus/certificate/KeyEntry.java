package modulus.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A private key of a keystore.
 *
 * @param chain its certificate first, at least that one
 */
record KeyEntry(PrivateKey key, List<X509Certificate> chain) {
  KeyEntry {
    chain = List.copyOf(chain);
  }

  /** The first by alias whose algorithm is wanted and that has an X.509 certificate. */
  static Optional<KeyEntry> first(KeyStore store, char[] passphrase, Predicate<String> algorithm)
      throws GeneralSecurityException {
    List<String> aliases = new ArrayList<>(Collections.list(store.aliases()));
    Collections.sort(aliases);
    for (String alias : aliases) {
      if (store.isKeyEntry(alias)
          && store.getKey(alias, passphrase) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate
          && algorithm.test(key.getAlgorithm())) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
          chain.add((X509Certificate) certificate);
        }
        return Optional.of(new KeyEntry(key, chain));
      }
    }
    return Optional.empty();
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  /** See {@link DocumentSigner#of}. */
  DocumentSigner documentSigner(Instant now) throws FormatException {
    return DocumentSigner.of(key, chain, now);
  }
}
