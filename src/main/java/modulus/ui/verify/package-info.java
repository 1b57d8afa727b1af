/** The Verify screen: a package dropped, every check shown, what is and is not claimed. */
package modulus.ui.verify;
