/** The Data screen: open a table, look at it, declare what its attributes are. */
package modulus.ui.data;
