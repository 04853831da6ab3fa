"""Small pages that other sites show in a frame: the ruler and the chart of an indicator, as all may see them."""
