package modulus.workbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.GridChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are not what they were when their project was saved. */
class TableChangeTest {
  private static final Domain.Numeric AGE = new Domain.Numeric(0, 105, 0, "years");

  @TempDir private Path folder;
  private Path csv;
  private Path file;
  private Projects projects;
  private Schema declared;

  @BeforeEach
  void save() throws IOException {
    StringBuilder text = new StringBuilder("person,age,ward,stay\n");
    for (int row = 0; row < 120; row++) {
      text.append('p').append(row % 60).append(',').append(20 + row % 50);
      text.append(row % 2 == 0 ? ",north," : ",south,").append(1 + row % 9).append('\n');
    }
    csv = Files.writeString(folder.resolve("ward.csv"), text);
    file = folder.resolve("ward.modulus");
    projects = new Projects(new UserDirectory(folder.resolve("user")));
    OpenedTable opened = new TableOpening().open(csv, RunListener.silent());
    declared =
        opened
            .draft()
            .declared()
            .withPatient(new PatientColumn("person", 3))
            .withAttributes(
                opened
                    .draft()
                    .declared()
                    .withPatient(new PatientColumn("person", 3))
                    .attributes()
                    .stream()
                    .map(TableChangeTest::withAge)
                    .toList());
    projects.save(
        new Projects.Sitting(
            opened,
            declared,
            SynthesisSettings.defaults().withLatent(7),
            CanaryChoice.NONE,
            GridChoice.PROPOSED,
            4,
            List.of(),
            Optional.empty()),
        file,
        RunListener.silent());
  }

  private static Attribute withAge(Attribute attribute) {
    return attribute.name().equals("age")
        ? attribute.withDomain(AGE, DomainOrigin.DECLARED)
        : attribute;
  }

  private Projects.Opened after(UnaryOperator<String> change) throws IOException {
    String before = Files.readString(csv);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(csv, after);
    Projects.Opened opened = projects.open(file, RunListener.silent());
    assertThat(opened.changed()).isTrue();
    assertThat(opened.sitting().runs()).isEqualTo(4);
    assertThat(opened.sitting().settings().latent()).isEqualTo(7);
    return opened;
  }

  private static Attribute named(Projects.Opened opened, String name) {
    return opened.sitting().schema().attributes().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void another_cell_is_told_and_every_declaration_stays() throws IOException {
    Projects.Opened opened = after(text -> text.replaceFirst("20,north", "21,north"));
    assertThat(opened.change()).hasValue(new TableChange(List.of(), List.of(), List.of()));
    assertThat(opened.sitting().schema()).isEqualTo(declared);
  }

  @Test
  void one_cell_with_a_decimal_more_leaves_the_categories_of_its_column_known() throws IOException {
    String text = Files.readString(csv).replaceFirst(",3\n", ",3.0\n");
    Path other = Files.writeString(folder.resolve("decimal.csv"), text);
    OpenedTable table = new TableOpening().open(other, RunListener.silent());
    assertThat(declared.attributes().get(3).domain()).isInstanceOf(Domain.Categorical.class);
    assertThat(TableChange.of(declared, table.table(), () -> false))
        .isEqualTo(new TableChange(List.of(), List.of(), List.of()));
  }

  @Test
  void a_new_column_is_named_and_drafted_and_the_others_keep_their_declarations()
      throws IOException {
    Projects.Opened opened =
        after(
            text ->
                text.replaceFirst("stay\n", "stay,smoker\n")
                    .replaceAll("(\\d)\n", "$1,yes\n")
                    .replaceFirst("yes\n", "no\n"));
    assertThat(opened.change()).hasValue(new TableChange(List.of("smoker"), List.of(), List.of()));
    assertThat(opened.sitting().schema().attributes().subList(0, 4))
        .isEqualTo(declared.attributes());
    assertThat(opened.sitting().schema().patient()).isEqualTo(declared.patient());
    assertThat(named(opened, "smoker").origin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
    assertThat(opened.sitting().schema().domainsCovered()).isFalse();
  }

  @Test
  void a_column_that_went_is_named_and_with_it_what_it_named() throws IOException {
    Projects.Opened opened = after(text -> text.replaceAll("(?m)^[^,]*,", ""));
    assertThat(opened.change()).hasValue(new TableChange(List.of(), List.of("person"), List.of()));
    assertThat(opened.sitting().schema().patient()).isEmpty();
    assertThat(named(opened, "age").domain()).isEqualTo(AGE);
  }

  @Test
  void a_column_that_holds_nothing_of_its_declaration_is_named_and_drafted_anew()
      throws IOException {
    Projects.Opened opened =
        after(text -> text.replace(",north,", ",cardiology,").replace(",south,", ",surgery,"));
    assertThat(opened.change()).hasValue(new TableChange(List.of(), List.of(), List.of("ward")));
    assertThat(named(opened, "ward").domain())
        .isEqualTo(new Domain.Categorical(List.of("cardiology", "surgery"), false));
    assertThat(named(opened, "ward").origin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
    assertThat(named(opened, "age").domain()).isEqualTo(AGE);
  }

  @Test
  void declarations_of_a_number_whose_cells_became_words_are_drafted_anew() throws IOException {
    Projects.Opened opened = after(text -> text.replaceAll("(?m)(,)\\d+$", "$1long"));
    assertThat(opened.change()).hasValue(new TableChange(List.of(), List.of(), List.of("stay")));
    assertThat(named(opened, "stay").domain()).isNotInstanceOf(Domain.Numeric.class);
  }
}
