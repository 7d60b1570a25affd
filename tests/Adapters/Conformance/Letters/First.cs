namespace Letters;

/// <summary>What an instance leaves behind for the next: nothing good.</summary>
static class First
{
    private static int taken;

    public static bool IsMine() => Interlocked.Increment(ref taken) == 1;
}
