/** The Compare screen: real against synthetic, attribute by attribute. Internal figures only. */
package modulus.ui.compare;
