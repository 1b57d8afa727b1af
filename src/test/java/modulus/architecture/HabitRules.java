package modulus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.regex.Pattern;

/** Small habits that keep the house readable and quiet. */
final class HabitRules {

  private static final Pattern VAGUE_CLASS = Pattern.compile(".*(Util|Utils|Manager|Helpers?)");
  private static final Pattern VAGUE_PACKAGE =
      Pattern.compile("(util|utils|manager|managers|helper|helpers)");

  private HabitRules() {}

  static ArchRule standardStreamsBelongToTheCommandLine(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root, root + ".cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .because("results go through the command line, everything else is logged");
  }

  static ArchRule messagesOfExceptionsAreNotLogged(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(describe("handed an exception to a log", HabitRules::tellsMessages))
        .allowEmptyShould(true)
        .because("messages may hold a value of the table; workbench.Failure.places does not");
  }

  private static boolean tellsMessages(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean log =
        owner.startsWith("java.util.logging.")
            || owner.startsWith("org.slf4j.")
            || owner.equals("java.lang.System$Logger");
    boolean exception =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isAssignableTo(Throwable.class));
    return (log && exception) || call.getName().equals("printStackTrace");
  }

  static ArchRule noJavaSerialisation(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            ObjectInputStream.class,
            ObjectOutputStream.class,
            Externalizable.class,
            Serializable.class)
        .allowEmptyShould(true)
        .because("files are JSON, CSV or a network's zip; serialised objects run strangers' code");
  }

  static ArchRule namesSayWhatAThingIs(String root) {
    return noClasses()
        .should(ArchCondition.from(vaguelyNamed(root)))
        .because("a name that fits everything says nothing");
  }

  private static DescribedPredicate<JavaClass> vaguelyNamed(String root) {
    return describe(
        "called Util, Manager or Helper, or in a package of that name",
        type -> {
          if (!type.getPackageName().startsWith(root)) {
            return false;
          }
          for (String part : type.getPackageName().substring(root.length()).split("\\.")) {
            if (VAGUE_PACKAGE.matcher(part).matches()) {
              return true;
            }
          }
          return VAGUE_CLASS.matcher(type.getSimpleName()).matches();
        });
  }
}
