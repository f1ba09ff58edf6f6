"""Every word the page shows, one module a page: key -> (Chinese, English). `assistant.ui.i18n` reads them as one table."""
