package modulus.ui;

import static modulus.ui.JourneySteps.await;
import static modulus.ui.JourneySteps.open;
import static modulus.ui.JourneySteps.text;
import static modulus.ui.JourneySteps.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import modulus.certificate.CertificateLanguage;
import modulus.workbench.PackageVerification;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Choices beside the usual way, from the screen where they are made through to the package. */
class ChoicesJourneyTest extends WindowJourney {
  private static final int ROWS = 300;

  private void train(FxRobot robot) throws Exception {
    robot.clickOn("#step-train").clickOn("#train-start");
    await(() -> !robot.lookup("#train-start").queryButton().isDisabled(), 600);
    assertThat(text(robot, "train-state")).startsWith("Done");
  }

  private static List<String> limits(FxRobot robot) {
    return robot.lookup(".check-limited").queryAll().stream()
        .map(icon -> ((Labeled) icon.getParent().getChildrenUnmodifiable().get(1)).getText())
        .toList();
  }

  private PackageVerification.Findings written(FxRobot robot) throws Exception {
    robot.clickOn("#step-export");
    type(robot, "export-folder", folder.resolve("package").toString());
    fire(robot, "export-go");
    await(() -> robot.lookup("#export-done").query().isVisible(), 60);
    return new PackageVerification().verify(folder.resolve("package"), Optional.empty());
  }

  @Test
  void what_no_code_book_says_is_estimated_for_a_share_of_the_budget(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#data-estimate-all");
    assertThat(text(robot, "chip")).contains("domains not covered");
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    assertThat(text(robot, "data-summary")).contains("will be estimated");
    assertThat(text(robot, "chip")).startsWith("planned: end-to-end");

    robot.clickOn("#step-model");
    type(robot, "model-epsilon-field", "8");
    await(() -> text(robot, "read-out-domains-value").equals("10%"), 30);
    String before = text(robot, "read-out-count-value");
    type(robot, "model-domains-field", "0.4");
    await(() -> text(robot, "read-out-domains-value").equals("40%"), 30);
    assertThat(text(robot, "read-out-count-value")).isNotEqualTo(before);

    train(robot);
    PackageVerification.Findings findings = written(robot);
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    assertThat(findings.lines()).anyMatch(line -> line.startsWith("Claim: end-to-end · epsilon ≤"));
    // other journeys of this build recorded runs of the same table in the ledger
    assertThat(limits(robot)).allMatch(limit -> limit.contains("runs saw this table"));
  }

  @Test
  void the_rows_are_numbered_in_the_identifier_s_place(FxRobot robot) throws Exception {
    List<String> lines = Files.readAllLines(WardFile.write(folder, ROWS));
    for (int row = 0; row < lines.size(); row++) {
      String first = row == 0 ? "case_no" : "K%07d".formatted(9_000_000 - 13 * row);
      lines.set(row, first + "," + lines.get(row));
    }
    open(robot, workspace, Files.write(folder.resolve("cases.csv"), lines));
    TableView<?> schema = robot.lookup("#data-schema").queryTableView();
    robot.interact(() -> schema.getSelectionModel().select(0));
    robot.clickOn("#editor-regenerate");
    type(robot, "editor-serial", "SYN-####");
    robot.clickOn("#editor-apply").clickOn("#data-confirm-all").clickOn("#confirm-yes");
    train(robot);
    PackageVerification.Findings findings = written(robot);
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    List<String> synthetic = Files.readAllLines(folder.resolve("package").resolve("synthetic.csv"));
    assertThat(synthetic).hasSize(1 + ROWS);
    assertThat(synthetic.get(0)).isEqualTo(lines.get(0));
    for (int row = 1; row <= ROWS; row++) {
      assertThat(synthetic.get(row)).startsWith("SYN-%04d,".formatted(row));
    }
  }

  @Test
  void a_model_of_other_patients_makes_the_release_unconditional(FxRobot robot) throws Exception {
    List<String> lines = Files.readAllLines(WardFile.write(folder, 2 * ROWS));
    Path others =
        Files.write(
            folder.resolve("others.csv"),
            Stream.concat(lines.stream().limit(1), lines.stream().skip(1 + ROWS)).toList());
    open(robot, workspace, Files.write(folder.resolve("own.csv"), lines.subList(0, 1 + ROWS)));
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    robot.clickOn("#step-model");
    JourneySteps.clickOnceStill(robot, "#guarantee-release");
    assertThat(text(robot, "chip")).startsWith("planned: release only");
    type(robot, "model-training-table", folder.resolve("nowhere.csv").toString());
    await(() -> text(robot, "model-training-table-problem").contains("no file with this name"), 30);
    type(robot, "model-training-table", others.toString());
    await(() -> !text(robot, "model-training-table-problem").contains("refused"), 30);
    assertThat(text(robot, "chip")).startsWith("planned: release, model from other patients");
    train(robot);
    assertThat(text(robot, "chip")).startsWith("release, model from other patients");
    PackageVerification.Findings findings = written(robot);
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    assertThat(findings.lines()).anyMatch(line -> line.contains("separate reference table"));
    assertThat(limits(robot)).allMatch(limit -> limit.contains("runs saw this table"));
  }

  /** Also where it lies below the fold. */
  private static void fire(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
  }

  private static void set(FxRobot robot, String id, String value) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(TextField.class).setText(value));
  }

  /** A key as a hospital's IT hands it out, made by the tool that comes with Java. */
  private Path hospitalKey() throws Exception {
    Path file = folder.resolve("hospital.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hospital",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Klinikum Nord",
                "-ext",
                "KeyUsage=digitalSignature",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                "hospital secret")
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).isZero();
    return file;
  }

  /** Who the certificate inside the PDF's CMS signature was issued to. */
  private static List<String> signer(PDDocument document) throws Exception {
    byte[] contents = document.getLastSignatureDictionary().getContents();
    List<String> subjects = new ArrayList<>();
    // zeros fill the place that was kept free for the signature
    try (ASN1InputStream first = new ASN1InputStream(contents)) {
      CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(first.readObject()));
      for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
        subjects.add(holder.getSubject().toString());
      }
    }
    return subjects;
  }

  @Test
  void the_hospital_s_own_certificate_signs_in_german_and_names_who_answers(FxRobot robot)
      throws Exception {
    open(robot, workspace, WardFile.write(folder, ROWS));
    robot.clickOn("#data-confirm-all").clickOn("#confirm-yes");
    train(robot);
    robot.clickOn("#step-export");
    JourneySteps.clickOnceStill(robot, "#key-own");
    Path keystore = folder.resolve("house.p12");
    set(robot, "key-file", keystore.toString());
    type(robot, "key-passphrase", "correct horse");
    type(robot, "key-passphrase-again", "correct horse");
    set(robot, "key-owner", "Ward 7");
    fire(robot, "key-import");
    set(robot, "key-import-file", hospitalKey().toString());
    set(robot, "key-import-passphrase", "hospital secret");
    set(robot, "certificate-curator", "Dr. Ada Meyer");
    robot.interact(
        () ->
            robot
                .lookup("#certificate-language")
                .<Optional<CertificateLanguage>>queryComboBox()
                .setValue(Optional.of(CertificateLanguage.GERMAN)));
    PackageVerification.Findings findings = written(robot);
    assertThat(findings.holds()).as(String.join("\n", findings.lines())).isTrue();
    assertThat(robot.lookup("#key-passphrase").queryAs(TextField.class).getLength()).isZero();
    assertThat(robot.lookup("#key-import").queryAs(CheckBox.class).isSelected()).isFalse();
    assertThat(keystore).exists();
    try (PDDocument document =
        Loader.loadPDF(folder.resolve("package").resolve("certificate.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Dr. Ada Meyer", "für eine synthetische Tabelle");
      assertThat(signer(document)).contains("CN=Klinikum Nord");
    }
  }
}
