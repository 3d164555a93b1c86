namespace SecretGuard.DetectSecrets.Lines;

/// <summary>A line as plugins see it: of the file, or written anew so that its value stands in quotes.</summary>
/// <param name="Number">1-based number of the line in the file.</param>
/// <param name="Text">Without blanks at the end.</param>
internal readonly record struct NumberedLine(int Number, string Text);
