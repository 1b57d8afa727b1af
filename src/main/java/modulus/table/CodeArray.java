package modulus.table;

/** Codes −1 … size − 1 in the smallest of byte, short and int that holds them all. */
sealed interface CodeArray {

  int get(int index);

  int length();

  /**
   * @throws IllegalArgumentException if a code is below −1 or not below {@code size}
   */
  static CodeArray of(int[] codes, int size) {
    for (int code : codes) {
      if (code < -1 || code >= size) {
        throw new IllegalArgumentException(
            "code must lie in [-1, " + (size - 1) + "] but is " + code);
      }
    }
    if (size <= Byte.MAX_VALUE + 1) {
      byte[] bytes = new byte[codes.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) codes[i];
      }
      return new Bytes(bytes);
    }
    if (size <= Short.MAX_VALUE + 1) {
      short[] shorts = new short[codes.length];
      for (int i = 0; i < shorts.length; i++) {
        shorts[i] = (short) codes[i];
      }
      return new Shorts(shorts);
    }
    return new Ints(codes.clone());
  }

  /** Up to 128 categories. */
  record Bytes(byte[] values) implements CodeArray {
    @Override
    public int get(int index) {
      return values[index];
    }

    @Override
    public int length() {
      return values.length;
    }
  }

  /** Up to 32,768 categories. */
  record Shorts(short[] values) implements CodeArray {
    @Override
    public int get(int index) {
      return values[index];
    }

    @Override
    public int length() {
      return values.length;
    }
  }

  /** Any number of categories. */
  record Ints(int[] values) implements CodeArray {
    @Override
    public int get(int index) {
      return values[index];
    }

    @Override
    public int length() {
      return values.length;
    }
  }
}
