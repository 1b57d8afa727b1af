package modulus.certificate;

import modulus.privacy.PrivacyEvent;

/** One event of the claim and what it was for. */
public record ChargedEvent(EventPurpose purpose, PrivacyEvent event) {
  public ChargedEvent {
    if (!purpose.type().isInstance(event)) {
      throw new IllegalArgumentException(
          "an event for "
              + purpose.label()
              + " must be a "
              + purpose.type().getSimpleName()
              + " but is a "
              + event.getClass().getSimpleName());
    }
  }
}
