"""WeChat Pay (微信支付) API v3 as a partner (服务商): the bank is the partner, each merchant a sub-merchant of its own.

Pages of the provider that this follows (read in 2026): pay.weixin.qq.com/doc/v3/partner, products JSAPI and Native
payment, refunds (within one year, at most 50 for one charge), transfers to users, withdrawal, bills.
"""

from prepaid.providers.wechat_pay.client import WeChatPayClient, open_client
from prepaid.providers.wechat_pay.config import NotConfigured, WeChatPayConfig

__all__ = ["NotConfigured", "WeChatPayClient", "WeChatPayConfig", "open_client"]
