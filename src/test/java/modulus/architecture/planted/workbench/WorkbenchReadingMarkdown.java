package modulus.architecture.planted.workbench;

import org.commonmark.node.Node;

/** Uses another room's library. */
public final class WorkbenchReadingMarkdown {
  public Node foreign;
}
