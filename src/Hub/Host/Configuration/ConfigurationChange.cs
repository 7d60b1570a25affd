namespace IntegrationHub.Host.Configuration;

/// <summary>One thing that is different, as an administrator reads it.</summary>
/// <param name="What"><c>source</c>, <c>destination</c>, <c>partner</c>, <c>caller</c>, <c>authorisation</c>, <c>administrator</c>, <c>rule</c>, <c>right</c>, <c>plugin</c> or <c>setting</c>.</param>
/// <param name="Id">Its id; the path of a setting.</param>
/// <param name="Change"><c>added</c>, <c>changed</c>, <c>removed</c>, <c>upgraded</c> or <c>mended</c>.</param>
/// <param name="Detail">More about it. Never a value of the configuration, which may be one to hide.</param>
internal sealed record ConfigurationChange(string What, string Id, string Change, string Detail)
{
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Removed = "removed";

    public override string ToString() => $"{What} {Id} {Change}{(Detail.Length == 0 ? "" : $": {Detail}")}";
}
