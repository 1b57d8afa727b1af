/** The Explore screen: a grid of runs, utility against ε, two runs side by side. */
package modulus.ui.explore;
