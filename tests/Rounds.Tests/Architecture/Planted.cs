// What the rules of who may know whom forbid, planted here for the test that must find it. The namespaces are borrowed:
// nothing here is part of the program.
#pragma warning disable CA1822

using Rounds.Features.Talk;
using Rounds.Features.Topics;

namespace Rounds.Platform.Planted
{
    internal abstract class InASignature
    {
        public abstract Topic? Find();
    }

    internal sealed class InABody
    {
        public string Ask() => nameof(InABody) + new TopicDoor(null!, null, false).MayCurate;
    }

    internal sealed class InALambda
    {
        public Func<object, bool> Ask() => thing => thing is Topic;
    }

    internal sealed class InAnArgument
    {
        public int Ask() => Array.Empty<Topic>().Length;
    }

    [Mark]
    internal sealed class InAnAttribute;
}

namespace Rounds.Features.Topics
{
    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkAttribute : Attribute;
}

namespace Rounds.Features.Accounts.Planted
{
    internal sealed class UpTheStairs
    {
        public object? Ask(object thing) => thing as Comment;
    }
}

namespace Rounds.Features.Talk.Planted
{
    internal sealed class InOrder
    {
        public object? Ask(object thing) => thing as Topic;
    }
}
