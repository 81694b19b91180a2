package chancery.register;

/** Identifier of a number series, as procedures and diagrams name it: {@code minister-outgoing}. */
public record SeriesId(String value) implements Comparable<SeriesId> {
    public SeriesId {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no id of a number series; write small letters, digits and hyphens, such as minister-outgoing");
        }
    }

    @Override
    public int compareTo(SeriesId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
