"""Pages that are drawn by rule and not by a template: the calibration sheet, a stock's diagram."""
