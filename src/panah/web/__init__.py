"""The pages, for one laptop: Django views over the register, rendered here, nothing loaded from elsewhere.

Each family of pages (`gate`, `docket`, `cases`, `law`, `search`, `preferences`) keeps its addresses, views, contexts
and templates side by side. Words that a terminal says too come from `panah.telling`.
"""
