package modulus.certificate;

/** A statement under its heading, in the words of either language. */
public record Passage(String title, String text) {}
