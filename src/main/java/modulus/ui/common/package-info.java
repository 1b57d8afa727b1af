/** What the screens share: background work, texts, charts, read-outs and failures. */
package modulus.ui.common;
