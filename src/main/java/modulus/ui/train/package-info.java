/** The Train screen: run the synthesis and watch it. */
package modulus.ui.train;
