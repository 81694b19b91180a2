package chancery.register;

import java.util.Locale;
import java.util.Optional;

/** How a number is written: protocol items decided at a sitting bear Roman numerals, those decided by poll Arabic. */
public enum Numeral {
    ARABIC,
    ROMAN;

    private static final int LARGEST_ROMAN = 3_999;
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    /** The numeral that a procedure's variable names, in whichever case: {@code Roman}. */
    public static Optional<Numeral> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "arabic" -> Optional.of(ARABIC);
            case "roman" -> Optional.of(ROMAN);
            default -> Optional.empty();
        };
    }

    /**
     * The number, written.
     *
     * @throws IllegalArgumentException if there is no such numeral: Roman ones go from 1 to 3999
     */
    public String written(long number) {
        if (this == ARABIC) {
            return Long.toString(number);
        }
        if (number < 1 || number > LARGEST_ROMAN) {
            throw new IllegalArgumentException("There is no Roman numeral for " + number);
        }
        StringBuilder written = new StringBuilder();
        long rest = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                written.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return written.toString();
    }
}
