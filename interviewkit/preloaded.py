"""What every worker needs, to be loaded once by the process that workers are forked from."""

import interviewkit.group_printing
import interviewkit.print_pack.merge
import interviewkit.sheet_printing
from interviewkit.pdf import load_weasyprint

__all__ = ["interviewkit"]

load_weasyprint()
