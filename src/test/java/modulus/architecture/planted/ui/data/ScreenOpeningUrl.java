package modulus.architecture.planted.ui.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Fetches what a URL names. */
public final class ScreenOpeningUrl {
  public InputStream open(URL url) throws IOException {
    return url.openStream();
  }
}
