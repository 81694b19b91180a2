/** Historical dates (EDTF), and dates as papers write them, in their own calendars. Uses nothing of the project. */
package chancery.document.date;
