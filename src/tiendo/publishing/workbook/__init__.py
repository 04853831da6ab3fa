"""The annexes of a report as a workbook: numbers as numbers, days as days, and the ruler as a chart."""
