package modulus.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** A rule under the name its planted violation goes by. */
record Rule(String name, ArchRule rule) {

  /** Every rule of the house, applied to the packages under {@code root}. */
  static Stream<Rule> all(String root) {
    Stream<Rule> rooms =
        RoomRules.MAY_IMPORT.keySet().stream()
            .map(room -> new Rule("imports of " + room, RoomRules.imports(root, room)));
    Stream<Rule> libraries =
        LibraryRules.SOLE_USER.keySet().stream()
            .map(room -> new Rule("libraries of " + room, LibraryRules.onlyUsedIn(root, room)));
    Stream<Rule> rest =
        Stream.of(
            new Rule("front rooms see only values", RoomRules.frontRoomsSeeOnlyValues(root)),
            new Rule("nobody imports the launcher", RoomRules.nobodyImportsTheLauncher(root)),
            new Rule("no cycles", RoomRules.packagesAreFreeOfCycles(root)),
            new Rule("screens are apart", RoomRules.screensNeverImportEachOther(root)),
            new Rule("every class lives in a room", RoomRules.everyClassLivesInARoom(root)),
            new Rule(
                "privacy stands alone", LibraryRules.privacyNeedsOnlyTheJdkAndCommonsMath(root)),
            new Rule("no shaded libraries", LibraryRules.noShadedLibraries(root)),
            new Rule("no predictable generator", RandomnessRules.noPredictableGenerator(root)),
            new Rule("no hidden generator", RandomnessRules.noHiddenGenerator(root)),
            new Rule("system generator", RandomnessRules.systemGeneratorHasTwoUsers(root)),
            new Rule("made in privacy", RandomnessRules.guaranteeRandomIsMadeInPrivacy(root)),
            new Rule("rehearsal", RandomnessRules.rehearsalsAreDecidedInOnePlace(root)),
            new Rule("standard streams", HabitRules.standardStreamsBelongToTheCommandLine(root)),
            new Rule("no messages logged", HabitRules.messagesOfExceptionsAreNotLogged(root)),
            new Rule("no network", NetworkRules.nothingConnects(root)),
            new Rule("no serialisation", HabitRules.noJavaSerialisation(root)),
            new Rule("names", HabitRules.namesSayWhatAThingIs(root)));
    return Stream.of(rooms, libraries, rest).flatMap(rules -> rules);
  }

  @Override
  public String toString() {
    return name;
  }
}
