echo rotated
