/** Benchmarks, run by {@code mvn -Pbench verify}; figures and command stand in {@code src/docs/benchmarks.md}. */
package chancery.bench;
