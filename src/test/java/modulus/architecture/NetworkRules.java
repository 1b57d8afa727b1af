package modulus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** Patients' tables stay on the machine: nothing opens a connection or starts a browser. */
final class NetworkRules {

  /** Names of places and their spelling; nothing is sent by them. */
  private static final Set<String> MERE_NAMES =
      Set.of(
          "java.net.URI",
          "java.net.URISyntaxException",
          "java.net.URLDecoder",
          "java.net.URLEncoder");

  private static final Pattern CHANNELS =
      Pattern.compile("java\\.nio\\.channels\\..*(Socket|Server|Datagram|Network|Multicast).*");

  private NetworkRules() {}

  /** Alone a time-stamp client, which a hospital has to configure, may ask a server. */
  static ArchRule nothingConnects(String root) {
    return noClasses()
        .that(describe("no time-stamp client", type -> !timeStampClient(type, root)))
        .should()
        .dependOnClassesThat(connects())
        .orShould()
        .accessTargetWhere(opensAUrl())
        .allowEmptyShould(true)
        .because("data stay on the machine; only certificate.TimeStamp* may ask a server");
  }

  private static boolean timeStampClient(JavaClass type, String root) {
    String name = type.getName();
    return name.startsWith(root + ".certificate.TimeStamp");
  }

  private static DescribedPredicate<JavaClass> connects() {
    return describe(
        "that connect to other machines",
        type -> {
          String name = type.getName();
          boolean network = name.startsWith("java.net.") && !MERE_NAMES.contains(name);
          // a URL names a resource of the class path too; opening one is caught below
          network &= !name.equals("java.net.URL");
          return network
              || name.startsWith("javax.net.")
              || name.startsWith("com.sun.net.httpserver.")
              || name.startsWith("java.rmi.")
              || name.startsWith("javax.naming.")
              || name.equals("java.awt.Desktop")
              || name.equals("javafx.application.HostServices")
              || name.startsWith("javafx.scene.web.")
              || CHANNELS.matcher(name).matches();
        });
  }

  private static DescribedPredicate<JavaAccess<?>> opensAUrl() {
    return describe(
        "opens a URL",
        access ->
            access.getTargetOwner().getName().equals("java.net.URL")
                && Set.of("openConnection", "openStream", "getContent").contains(access.getName()));
  }
}
