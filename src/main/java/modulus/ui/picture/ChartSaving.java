package modulus.ui.picture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import modulus.ui.common.Background;
import modulus.ui.common.ChartSaveRequest;
import modulus.ui.common.Job;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.PictureFiles;

/** Saves charts where the steward says, as SVG where the file is named so, else as PNG. */
public final class ChartSaving {
  private final Background background;
  private final Function<String, Optional<Path>> askWhere;
  private final Consumer<Runnable> whenWhole;
  private final PictureFiles files = new PictureFiles();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();

  /**
   * @param askWhere from a suggested name to the file chosen, empty where the steward thinks better
   *     of it; what it throws of a file that may not be written is told
   * @param whenWhole runs what it is given, on the window's thread, as soon as the window has one
   *     look: while theme or letters change, a chart may have the new one and its place the old
   */
  public ChartSaving(
      Background background,
      Function<String, Optional<Path>> askWhere,
      Consumer<Runnable> whenWhole) {
    this.background = background;
    this.askWhere = askWhere;
    this.whenWhole = whenWhole;
  }

  /** Asks where to and saves; on the window's thread. */
  public void save(ChartSaveRequest request) {
    failure.set(null);
    Optional<Path> where;
    try {
      where = askWhere.apply(request.name());
    } catch (Failure taken) {
      failure.set(taken);
      return;
    }
    where.ifPresent(file -> whenWhole.accept(() -> write(request, file)));
  }

  private void write(ChartSaveRequest request, Path file) {
    PictureSheet sheet =
        new PictureSheet(request.title(), behind(request.chart()), request.internal());
    Supplier<byte[]> picture;
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      String svg = SvgPicture.of(request.chart(), sheet);
      picture = () -> svg.getBytes(StandardCharsets.UTF_8);
    } else {
      picture = PngPicture.of(request.chart(), sheet)::bytes;
    }
    background.start(
        Job.<Path>shown(
            Text.of("chart.saving"),
            listener -> {
              files.write(file, picture.get());
              return file;
            },
            written -> background.saySaved(written),
            failure::set,
            () -> {}));
  }

  /** The colour of the first opaque region that {@code node} lies in. */
  private static Color behind(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof Region region
          && region.getBackground() != null
          && !region.getBackground().getFills().isEmpty()
          && region.getBackground().getFills().get(0).getFill() instanceof Color colour
          && colour.getOpacity() == 1) {
        return colour;
      }
    }
    return Color.WHITE;
  }

  /** Why the last picture was not saved, or null. */
  public ObjectProperty<Failure> failureProperty() {
    return failure;
  }
}
