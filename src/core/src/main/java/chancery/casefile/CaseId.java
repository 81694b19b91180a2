package chancery.casefile;

import java.text.Normalizer;

/** Identifier of a case, which is also the name of its file: {@code su-1955-83M}. */
public record CaseId(String value) {
    private static final int LONGEST = 100;

    public CaseId {
        if (!isLegal(value)) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no case id: up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit");
        }
    }

    private static boolean isLegal(String value) {
        return value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}");
    }

    /**
     * The id that is nearest to what a source calls a document: that itself if it is legal. Letters beyond ASCII become
     * their code points, so that ids in other scripts stay apart.
     */
    public static CaseId nearest(String wanted) {
        if (isLegal(wanted)) {
            return new CaseId(wanted);
        }
        StringBuilder legal = new StringBuilder();
        Normalizer.normalize(wanted, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    if (c < 128) {
                        legal.append(Character.isLetterOrDigit(c) || c == '.' || c == '_' ? (char) c : '-');
                    } else {
                        legal.append('u').append(Integer.toHexString(c));
                    }
                });
        String trimmed = legal.toString().replaceAll("-{2,}", "-").replaceAll("^[._-]+|-+$", "");
        return trimmed.isEmpty()
                ? new CaseId("document")
                : new CaseId(trimmed.substring(0, Math.min(trimmed.length(), LONGEST)));
    }

    @Override
    public String toString() {
        return value;
    }
}
