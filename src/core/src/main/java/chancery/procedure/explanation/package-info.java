/** The explanation of marks by a procedure: from a dossier to its path. */
package chancery.procedure.explanation;
