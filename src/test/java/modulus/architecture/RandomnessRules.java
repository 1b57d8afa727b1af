package modulus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * On a guarantee's path chance comes from {@code privacy.GuaranteeRandom} alone: a generator that
 * can be predicted makes an epsilon that is printed but not true.
 */
final class RandomnessRules {

  private static final String[] PATH = {"privacy", "vae", "encoding", "certificate", "workbench"};

  /** The weights a network starts from protect nobody; this class alone may draw them freely. */
  private static final String INITIALIZATION = "vae.network.Initialization";

  private RandomnessRules() {}

  static ArchRule noPredictableGenerator(String root) {
    return noClasses()
        .that(onThePath(root))
        .should()
        .dependOnClassesThat(
            belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .or(resideInAPackage("java.util.random.."))
                .or(resideInAPackage("org.apache.commons.math3.random.."))
                .or(resideInAPackage("org.nd4j.linalg.api.rng.."))
                .or(resideInAPackage("org.nd4j.linalg.api.ops.random..")))
        .allowEmptyShould(true)
        .because("a guarantee rests on GuaranteeRandom");
  }

  static ArchRule noHiddenGenerator(String root) {
    return noClasses()
        .that(onThePath(root))
        .should()
        .callMethodWhere(drawsFromAHiddenGenerator())
        .allowEmptyShould(true)
        .because("a guarantee rests on GuaranteeRandom");
  }

  static ArchRule systemGeneratorHasTwoUsers(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + ".privacy..", root + ".certificate..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SecureRandom.class)
        .allowEmptyShould(true)
        .because("noise comes through GuaranteeRandom, keys are made in certificate");
  }

  static ArchRule guaranteeRandomIsMadeInPrivacy(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".privacy..")
        .should()
        .beAssignableTo(root + ".privacy.GuaranteeRandom")
        .allowEmptyShould(true)
        .because("whoever checks the noise reads one room");
  }

  static ArchRule rehearsalsAreDecidedInOnePlace(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".privacy..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".workbench.SynthesisRun")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(root + ".privacy.SeededRehearsalRandom")
        .allowEmptyShould(true)
        .because("a run with draws that can be repeated is never certified");
  }

  private static DescribedPredicate<JavaClass> onThePath(String root) {
    return describe(
        "on a guarantee's path",
        type -> {
          String name = type.getName();
          String exempt = root + "." + INITIALIZATION;
          if (name.equals(exempt) || name.startsWith(exempt + "$")) {
            return false;
          }
          for (String room : PATH) {
            if (name.startsWith(root + "." + room + ".")) {
              return true;
            }
          }
          return false;
        });
  }

  private static DescribedPredicate<JavaCall<?>> drawsFromAHiddenGenerator() {
    return describe(
        "Math.random, a one-argument shuffle, ND4J's rand*, or sample of a distribution",
        call -> {
          AccessTarget.CodeUnitCallTarget target = call.getTarget();
          String owner = target.getOwner().getName();
          String method = target.getName();
          boolean shuffle =
              owner.equals(Collections.class.getName())
                  && method.equals("shuffle")
                  && target.getRawParameterTypes().size() == 1;
          boolean math =
              (owner.equals(Math.class.getName()) || owner.equals(StrictMath.class.getName()))
                  && method.equals("random");
          boolean nd4j =
              owner.equals("org.nd4j.linalg.factory.Nd4j")
                  && (method.startsWith("rand")
                      || method.equals("getRandom")
                      || method.equals("shuffle")
                      || method.equals("choice"));
          boolean sample =
              owner.startsWith("org.apache.commons.math3.distribution.") && method.equals("sample");
          return shuffle || math || nd4j || sample;
        });
  }
}
