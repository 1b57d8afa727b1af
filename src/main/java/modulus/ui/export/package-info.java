/** The Export screen: check, sign, write. */
package modulus.ui.export;
