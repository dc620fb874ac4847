package dev.durascope.runtime.api.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;

/**
 * scrypt (RFC 7914), which the JDK lacks: PBKDF2 around a mixing that needs memory.
 *
 * @param n how many blocks are kept in memory, a power of two
 * @param r a block's size, in units of 128 bytes
 * @param p how many times, one after the other
 */
record Scrypt(int n, int r, int p) {
  private static final int WORDS = 16; // of Salsa20's state

  byte[] derive(byte[] password, byte[] salt, int length) throws GeneralSecurityException {
    var blockWords = 2 * WORDS * r;
    var seed = Derivation.pbkdf2("SHA-256", password, salt, 1, p * blockWords * Integer.BYTES);
    var buffer = ByteBuffer.wrap(seed).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    var block = new int[blockWords];
    for (int i = 0; i < p; i++) {
      buffer.get(i * blockWords, block);
      mix(block);
      buffer.put(i * blockWords, block);
    }
    return Derivation.pbkdf2("SHA-256", password, seed, 1, length);
  }

  private void mix(int[] block) {
    var kept = new int[n][];
    var scratch = new int[block.length];
    for (int i = 0; i < n; i++) {
      kept[i] = block.clone();
      mixBlock(block, scratch);
    }
    for (int i = 0; i < n; i++) {
      var other = kept[block[block.length - WORDS] & (n - 1)];
      for (int k = 0; k < block.length; k++) {
        block[k] ^= other[k];
      }
      mixBlock(block, scratch);
    }
  }

  private static void mixBlock(int[] block, int[] scratch) {
    var count = block.length / WORDS;
    var x = new int[WORDS];
    System.arraycopy(block, block.length - WORDS, x, 0, WORDS);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < WORDS; k++) {
        x[k] ^= block[i * WORDS + k];
      }
      salsa(x);
      var to = (i % 2 == 0 ? i / 2 : (count + i) / 2) * WORDS;
      System.arraycopy(x, 0, scratch, to, WORDS);
    }
    System.arraycopy(scratch, 0, block, 0, block.length);
  }

  /** Salsa20 of eight rounds. */
  private static void salsa(int[] state) {
    var x = state.clone();
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < 4; i++) {
        quarter(x, 5 * i % 16, (5 * i + 4) % 16, (5 * i + 8) % 16, (5 * i + 12) % 16);
      }
      for (int i = 0; i < 4; i++) {
        var row = 4 * i;
        quarter(x, 5 * i, row + (i + 1) % 4, row + (i + 2) % 4, row + (i + 3) % 4);
      }
    }
    for (int i = 0; i < WORDS; i++) {
      state[i] += x[i];
    }
  }

  private static void quarter(int[] x, int a, int b, int c, int d) {
    x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
    x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
    x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
    x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
  }
}
