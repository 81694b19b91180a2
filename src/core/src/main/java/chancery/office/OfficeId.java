package chancery.office;

/** Identifier of an office, as lanes and candidate groups carry it: {@code cc-general-department}. */
public record OfficeId(String value) {
    public OfficeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An office needs an id.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
