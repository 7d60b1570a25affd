namespace IntegrationHub.Host.Commands;

/// <summary>What the process tells who called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int WrongUse = 2;
}
