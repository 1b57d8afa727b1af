package modulus.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.nio.file.Path;
import java.security.AccessControlContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;

/** What the system would hold while files are dragged, and the events it would send. */
final class DraggedFiles implements TKClipboard {
  private final List<File> files;

  DraggedFiles(Path... files) {
    this.files = List.of(files).stream().map(Path::toFile).toList();
  }

  @Override
  public void setSecurityContext(AccessControlContext context) {}

  @Override
  public Set<DataFormat> getContentTypes() {
    Set<DataFormat> types = new HashSet<>();
    if (!files.isEmpty()) {
      types.add(DataFormat.FILES);
    }
    return types;
  }

  @Override
  public boolean putContent(Pair<DataFormat, Object>... content) {
    return false;
  }

  @Override
  public Object getContent(DataFormat format) {
    return format.equals(DataFormat.FILES) ? new ArrayList<>(files) : null;
  }

  @Override
  public boolean hasContent(DataFormat format) {
    return getContentTypes().contains(format);
  }

  @Override
  public Set<TransferMode> getTransferModes() {
    return EnumSet.of(TransferMode.COPY);
  }

  @Override
  public void setDragView(Image image) {}

  @Override
  public void setDragViewOffsetX(double offset) {}

  @Override
  public void setDragViewOffsetY(double offset) {}

  @Override
  public Image getDragView() {
    return null;
  }

  @Override
  public double getDragViewOffsetX() {
    return 0;
  }

  @Override
  public double getDragViewOffsetY() {
    return 0;
  }

  /** On the window's thread: the event whose copies on the way to the handlers share one answer. */
  DragEvent event(EventType<DragEvent> type, Node target) {
    Dragboard board = DragboardHelper.createDragboard(this);
    Point2D place = target.localToScene(4, 4);
    return new DragEvent(
        target,
        target,
        type,
        board,
        place.getX(),
        place.getY(),
        place.getX(),
        place.getY(),
        TransferMode.COPY,
        null,
        target,
        new PickResult(target, place.getX(), place.getY()));
  }
}
