/** Registers and their numbers. Uses {@code office}. */
package chancery.register;
