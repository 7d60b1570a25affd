namespace TestPlugins.Greeting;

/// <summary>Version 1 of a library that only its plugin knows.</summary>
public static class Greeter
{
    /// <summary>What this version says.</summary>
    public static string Greet() => "good morning";
}
