package chancery.path;

/**
 * A procedure that was tried on a dossier.
 *
 * @param explained how many of the marks that attest an act it explains
 */
public record Trial(String procedure, String procedureVersion, int explained) {}
