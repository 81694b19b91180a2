/** What people say of what was read: corrections of marks and of zones, and what they make of a case. */
package chancery.reading.correction;
