"""Tables of merchants."""

from prepaid.domains.merchants.models.types import MerchantType, MerchantTypeVersion

__all__ = ["MerchantType", "MerchantTypeVersion"]
