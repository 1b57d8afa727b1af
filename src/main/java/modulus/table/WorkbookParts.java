package modulus.table;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Under which names a workbook's parts are to be found. The reader opens what content types and
 * relations name, whatever its name ends in; looked over were the parts whose names end in {@code
 * .xml}. So a workbook that keeps sheets, strings or styles under other names is refused.
 */
final class WorkbookParts {
  private static final Set<String> WORKBOOK_TYPES =
      Set.of(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
          "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
  private static final Set<String> RELATIONS =
      Set.of("worksheet", "sharedstrings", "styles", "officedocument");

  /** No workbook has more sheets, and a hostile file shall not fill the memory. */
  private static final int MOST = 10_000;

  private final Set<String> elsewhere = new HashSet<>();
  private final Set<String> sheets = new HashSet<>();
  private String workbook = "";

  /** To be told before relations and sheets are. */
  void override(String name, String contentType) throws TableFormatException {
    if (spreadsheet(contentType) && !xml(name)) {
      throw WorkbookInspection.damaged();
    }
    if (WORKBOOK_TYPES.contains(contentType)) {
      if (!workbook.isEmpty()) {
        throw WorkbookInspection.damaged();
      }
      workbook = lower(name.startsWith("/") ? name.substring(1) : name);
    }
  }

  void extension(String extension, String contentType) throws TableFormatException {
    if (spreadsheet(contentType) && !lower(extension).equals("xml")) {
      throw WorkbookInspection.damaged();
    }
  }

  /** Printers' settings too have a type of spreadsheets, but are no XML. */
  private static boolean spreadsheet(String contentType) {
    String type = lower(contentType);
    return type.endsWith("+xml") && (type.contains("spreadsheetml") || type.contains("ms-excel"));
  }

  /** The reader follows a sheet's relation by its name alone, of whatever type it is. */
  void relation(String part, String id, String type, String target) throws TableFormatException {
    if (xml(target)) {
      return;
    }
    String kind = lower(type);
    if (RELATIONS.contains(kind.substring(kind.lastIndexOf('/') + 1))) {
      throw WorkbookInspection.damaged();
    }
    if (lower(part).equals(relations())) {
      add(elsewhere, id);
    }
  }

  void sheet(String part, String id) throws TableFormatException {
    if (lower(part).equals(workbook())) {
      add(sheets, id);
    }
  }

  private static void add(Set<String> ids, String id) throws TableFormatException {
    if (ids.add(id) && ids.size() > MOST) {
      throw WorkbookInspection.damaged();
    }
  }

  /** Whether any sheet is to be found where nothing was looked over. */
  boolean elsewhere() {
    return !Collections.disjoint(elsewhere, sheets);
  }

  private String workbook() {
    return workbook.isEmpty() ? "xl/workbook.xml" : workbook;
  }

  private String relations() {
    String name = workbook();
    int folder = name.lastIndexOf('/') + 1;
    return name.substring(0, folder) + "_rels/" + name.substring(folder) + ".rels";
  }

  private static boolean xml(String name) {
    return lower(name).endsWith(".xml");
  }

  private static String lower(String text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }
}
