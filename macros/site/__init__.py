"""The pages of both editions and all that is published beside them."""
