namespace TestPlugins.Good;

/// <summary>A type that a manifest may name by mistake.</summary>
public sealed class NotAnAdapter;
