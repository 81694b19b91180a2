/** Exact alignment of nets and of paths, their distances and clusters. */
package chancery.comparison.alignment;
