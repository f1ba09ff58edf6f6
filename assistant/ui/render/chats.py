"""The list of kept conversations: a frame that the page's script fills from the browser's own storage."""

from __future__ import annotations

from html import escape

from assistant.ui.i18n import words
from assistant.ui.render.parts import icon_button, tool_button


def chat_list(language: str) -> str:
    """The list, with one empty row as a pattern for the script."""
    title = words(language, "chats")
    remove = escape(words(language, "chat_delete_question"))
    row = (
        '<li><button type="button" class="to-chat" data-chat-open><span></span><small></small></button>'
        '<span class="chat-tools">'
        + icon_button("edit", words(language, "chat_rename"), "data-chat-rename")
        + icon_button("bin", words(language, "chat_delete"), "data-chat-delete")
        + "</span>"
        f'<form class="renaming" hidden><input type="text" maxlength="80" aria-label="{words(language, "chat_name")}">'
        f'<button type="submit" class="tool">{words(language, "save")}</button></form>'
        f'<p class="deleting" role="alert" hidden><span>{remove}</span>'
        f'<button type="button" class="tool bad" data-chat-delete-yes>{words(language, "chat_delete")}</button>'
        f'<button type="button" class="tool" data-chat-delete-no>{words(language, "cancel")}</button></p></li>'
    )
    return (
        f'<nav id="chat-list" aria-label="{title}" hidden><div class="chats-head"><h2>{title}</h2>'
        f"{icon_button('close', words(language, 'chats_close'), 'data-chats-close')}</div>"
        f'<p class="empty">{words(language, "chats_none")}</p><ol></ol>'
        f'<template data-untitled="{words(language, "chat_untitled")}">{row}</template>'
        f'<div class="chats-foot">{tool_button("chats", words(language, "new_chat"), "data-chat-new")}'
        + tool_button("download", words(language, "export_markdown"), "data-chat-export=md")
        + tool_button("download", words(language, "export_json"), "data-chat-export=json")
        + f"</div><small>{words(language, 'chats_note')}</small></nav>"
    )
