package modulus.ui;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import modulus.table.ReadListener;
import modulus.table.ReadTable;
import modulus.table.TableOptions;
import modulus.table.TableReader;
import modulus.ui.common.GuideRequest;
import modulus.ui.common.Messages;
import modulus.workbench.BudgetLedger;
import modulus.workbench.project.UserDirectory;

/**
 * Measures the real window on one table: how long it takes to open, what the window adds to the
 * heap, and how long an event on the window's thread waits at most: after the start, while the
 * table opens, is scrolled down and sideways and opened again, while each screen is gone to for the
 * first time, and while theme, letters and language change. Pictures of it go to the folder {@code
 * modulus.pictures} names. See {@link TableTimes}.
 */
public final class TableTour extends Application {
  private static final int STOPS = 60;
  private static final long PROMPT_NANOS = 40_000_000;
  private static final double MEGABYTE = 1 << 20;

  private final Appearance appearance = new Appearance(false);
  private Workspace workspace;
  private Scene scene;
  private boolean telling;

  @Override
  public void start(Stage stage) throws IOException {
    Path table = Path.of(getParameters().getRaw().get(0));
    workspace =
        new Workspace(
            new Messages(Locale.ENGLISH),
            appearance,
            new UserDirectory(Files.createTempDirectory("modulus-times")),
            BudgetLedger.standard());
    scene = new Scene(workspace.view(), Camera.PLAIN.width(), Camera.PLAIN.height());
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
    Thread window = Thread.currentThread();
    Thread measuring = new Thread(() -> measure(table, window), "measuring");
    measuring.setDaemon(true);
    measuring.start();
  }

  private void measure(Path table, Thread window) {
    telling = getParameters().getRaw().contains("looks");
    try {
      WindowWaits waits = new WindowWaits(window);
      quiet();
      waits.report("after the start", telling);
      double core = core(table);
      System.out.printf(Locale.ROOT, "table in core: %.1f MB%n", core);
      quiet();
      double empty = used();
      waits.report("before the opening", telling);
      long begun = System.nanoTime();
      openWhole(table);
      System.out.printf(Locale.ROOT, "opened in %.2f s%n", 1e-9 * (System.nanoTime() - begun));
      quiet();
      waits.report("opening", telling);
      System.out.printf(
          Locale.ROOT, "window adds: %.1f MB over the table%n", used() - empty - core);
      picture("opened");
      scroll(true);
      quiet();
      waits.report("scrolling down", telling);
      picture("down");
      scroll(false);
      quiet();
      waits.report("scrolling sideways", telling);
      picture("aside");
      System.out.printf(
          Locale.ROOT, "window adds: %.1f MB after scrolling%n", used() - empty - core);
      openWhole(table);
      quiet();
      waits.report("opening again", telling);
      run(() -> workspace.open(table));
      until(() -> scene.lookup("#progress").isVisible());
      cancel();
      quiet();
      waits.report("cancelling", telling);
      screens(waits);
      if (getParameters().getRaw().contains("train")) {
        trained(waits);
      }
      waits.close();
    } catch (Exception failed) {
      System.out.println("not measured: " + failed);
    }
    Platform.exit();
  }

  private void openWhole(Path table) throws Exception {
    run(() -> workspace.open(table));
    until(() -> scene.lookup("#progress").isVisible());
    until(() -> !scene.lookup("#progress").isVisible() && preview().getItems().size() > 0);
  }

  /** Goes to each screen for the first time, and to all of them once more. */
  private void screens(WindowWaits waits) throws Exception {
    List<String> steps = List.of("model", "train", "explore", "verify");
    for (String step : steps) {
      go(waits, step);
    }
    run(() -> scene.getRoot().fireEvent(new GuideRequest("step-data")));
    quiet();
    waits.report("guide", telling);
    for (String step : steps) {
      run(() -> ((ButtonBase) scene.lookup("#step-" + step)).fire());
      quiet();
    }
    waits.report("all of them again", telling);
    for (String step : List.of("data", "model")) {
      run(() -> ((ButtonBase) scene.lookup("#step-" + step)).fire());
      quiet();
      waits.report(step, telling);
      for (int repeat = 0; repeat < 2; repeat++) {
        changes(waits, step);
      }
    }
  }

  /** Changes theme, letters and language while one screen is shown. */
  private void changes(WindowWaits waits, String step) throws Exception {
    run(() -> appearance.darkProperty().set(!appearance.darkProperty().get()));
    quiet();
    waits.report(step + ", theme", telling);
    run(() -> workspace.fontScale().restore(workspace.fontScale().factor() == 1 ? 125 : 100));
    quiet();
    waits.report(step + ", letters", telling);
    run(() -> ((ButtonBase) scene.lookup("#language")).fire());
    quiet();
    waits.report(step + ", language", telling);
  }

  /** Trains with the settings the window proposes, and looks at what came of it. */
  private void trained(WindowWaits waits) throws Exception {
    run(() -> ((ButtonBase) scene.lookup("#train-start")).fire());
    until(() -> scene.lookup("#progress").isVisible());
    until(() -> !scene.lookup("#progress").isVisible());
    quiet();
    waits.report("training", telling);
    go(waits, "compare");
    until(() -> scene.lookup("#compare-tabs").isVisible());
    quiet();
    waits.report("compare, once it has compared", telling);
    for (int tab = 1; tab < 4; tab++) {
      int next = tab;
      run(() -> ((TabPane) scene.lookup("#compare-tabs")).getSelectionModel().select(next));
      quiet();
      waits.report("compare, tab " + (tab + 1), telling);
    }
    go(waits, "export");
  }

  private void go(WindowWaits waits, String step) throws Exception {
    run(() -> ((ButtonBase) scene.lookup("#step-" + step)).fire());
    quiet();
    waits.report(step, telling);
    picture(step);
  }

  private void cancel() throws Exception {
    if (!onWindow(() -> scene.lookup("#progress").isVisible())) {
      System.out.println("opened before it could be cancelled");
      return;
    }
    long asked = System.nanoTime();
    run(() -> ((Button) scene.lookup("#cancel")).fire());
    until(() -> !scene.lookup("#progress").isVisible());
    System.out.printf(Locale.ROOT, "cancelled in %.2f s%n", 1e-9 * (System.nanoTime() - asked));
  }

  /** What the table alone takes, in megabytes. */
  private static double core(Path table) throws IOException {
    double before = used();
    ReadTable read = TableReader.read(table, TableOptions.DETECT, ReadListener.NONE);
    double after = used();
    System.out.printf(
        Locale.ROOT, "%d rows, %d columns%n", read.table().rows(), read.table().columns().size());
    return after - before;
  }

  private void scroll(boolean down) throws Exception {
    ScrollBar bar = onWindow(() -> bar(down ? Orientation.VERTICAL : Orientation.HORIZONTAL));
    for (int stop = 0; stop <= STOPS; stop++) {
      double share = (double) stop / STOPS;
      run(() -> bar.setValue(bar.getMin() + share * (bar.getMax() - bar.getMin())));
      Thread.sleep(20);
    }
  }

  private void picture(String name) throws Exception {
    String folder = System.getProperty("modulus.pictures");
    if (folder != null) {
      Thread.sleep(500);
      File file = new File(folder, name + ".png");
      onWindow(
          () -> ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file));
    }
  }

  private ScrollBar bar(Orientation orientation) {
    for (Node node : preview().lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == orientation) {
        return bar;
      }
    }
    throw new IllegalStateException("no bar");
  }

  private TableView<?> preview() {
    return (TableView<?>) scene.lookup("#data-preview");
  }

  /** Used heap after a collection, in megabytes. */
  private static double used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  /** Waits until the window has answered promptly for a while. */
  private static void quiet() throws Exception {
    int prompt = 0;
    while (prompt < 20) {
      long asked = System.nanoTime();
      run(() -> {});
      prompt = System.nanoTime() - asked < PROMPT_NANOS ? prompt + 1 : 0;
      Thread.sleep(50);
    }
  }

  private static void until(BooleanSupplier condition) throws Exception {
    while (!onWindow(condition::getAsBoolean)) {
      Thread.sleep(10);
    }
  }

  private static void run(Runnable action) throws Exception {
    onWindow(
        () -> {
          action.run();
          return null;
        });
  }

  private static <T> T onWindow(Callable<T> action) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(action.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.get();
  }
}
