namespace Drever.Hunting;

/// <summary>A settings file of the data directory can't be used; the message names the file, what is wrong and what to do.</summary>
public sealed class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
